import type { Csr } from '../csr/csr.ts';
import { type Names, nameCsrs } from './names.ts';
import { parseTemplate, type Template } from './template.ts';

/** Where a certificate goes unless `file-name` says otherwise: to the place and name of its CSR. */
export const DEFAULT_FILE_NAME: Template = parseTemplate('{path}.pem');

/** Bytes of a file's name that Linux, macOS and Windows take. */
const MAX_NAME_BYTES = 255;

/**
 * Where the certificates go, relative to the output directory, `/` as separator.
 *
 * Two names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide
 * everywhere.
 *
 * @param forArtifact refuse names that the artifact service does (@actions/artifact, path-and-artifact-name-validation)
 */
export function certificateFiles(
  csrs: readonly Csr[],
  template: Template,
  runId: string | undefined,
  forArtifact: boolean,
): Names {
  return nameCsrs(csrs, {
    template,
    runId,
    noun: 'certificate file',
    rule: 'output-path',
    input: 'file-name',
    fold: (name) => name.normalize('NFC').toUpperCase().toLowerCase(),
    refuseValue: (value, field) =>
      field !== 'path' && /[/\\\p{Cc}]/u.test(value)
        ? `{${field}} holds a slash, a backslash or a control character.`
        : undefined,
    refuse(name) {
      const segments = name.split('/');
      if (segments.some((segment) => /^\.{0,2}$/.test(segment))) return 'It leads out of the directory, or to no file.';
      if (segments.some((segment) => Buffer.byteLength(segment) > MAX_NAME_BYTES)) {
        return `No file system takes a name of more than ${MAX_NAME_BYTES} bytes.`;
      }
      return forArtifact && /[":<>|*?\r\n]/.test(name)
        ? 'GitHub takes no file into an artifact whose name holds " : < > | * ? or a line break; `deliver: directory` does.'
        : undefined;
    },
  });
}
