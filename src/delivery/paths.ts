import type { Csr, Finding } from '../csr/csr.ts';

/**
 * Where the certificate of the CSR at `path` goes, relative to the output directory: the same place and name, the
 * extension replaced by `.pem`.
 */
export function certificatePath(path: string): string {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  // A leading dot starts a name, not an extension.
  return `${dot > slash + 1 ? path.slice(0, dot) : path}.pem`;
}

/**
 * CSRs whose certificates could not be written side by side, or not be handed over, found before there is anything to
 * hand over.
 *
 * Two names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide
 * everywhere. With `forArtifact`, names that the artifact service refuses are findings, too (@actions/artifact,
 * path-and-artifact-name-validation).
 */
export function pathFindings(csrs: readonly Pick<Csr, 'path'>[], forArtifact: boolean): readonly Finding[] {
  const owners = new Map<string, string[]>();
  for (const { path } of csrs) {
    const key = certificatePath(path).normalize('NFC').toUpperCase().toLowerCase();
    const sharing = owners.get(key);
    if (sharing === undefined) owners.set(key, [path]);
    else sharing.push(path);
  }
  const findings: Finding[] = [];
  for (const sharing of owners.values()) {
    for (const path of sharing.length > 1 ? sharing : []) {
      const others = sharing.filter((other) => other !== path);
      findings.push({
        rule: 'output-path-collision',
        severity: 'error',
        path,
        message: `Its certificate would be written to ${certificatePath(path)}, as would that of ${others.slice(0, 3).join(', ')}.`,
        fix: 'Rename one of the files, so that they differ in more than case or extension.',
      });
    }
  }
  for (const { path } of forArtifact ? csrs : []) {
    if (!/[":<>|*?\r\n]/.test(path)) continue;
    findings.push({
      rule: 'output-path-illegal',
      severity: 'error',
      path,
      message: 'GitHub does not take a file of this name into an artifact.',
      fix: 'Rename the file without " : < > | * ? and line breaks, or set `deliver: none`.',
    });
  }
  return findings;
}
