import type { Csr } from '../csr/csr.ts';
import type { ColumnsOf } from './device-columns.ts';
import { type Names, nameCsrs } from './names.ts';
import { directoriesOf, foldName, refuseReserved } from './reserved-names.ts';
import { parseTemplate, type Template } from './template.ts';

/** Where a certificate goes unless `file-name` says otherwise: to the place and name of its CSR. */
export const DEFAULT_FILE_NAME: Template = parseTemplate('{path}.pem');

/**
 * Bytes of a file's name that Linux takes. macOS and Windows count UTF-16 units, of which there are never more than
 * bytes.
 */
const MAX_NAME_BYTES = 255;

/** What NTFS takes in no name; a backslash separates there, and the archive of an artifact makes a slash of it. */
const NOT_ON_WINDOWS = /[<>:"|?*\\\p{Cc}]/u;

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
  columnsOf?: ColumnsOf,
): Names {
  return nameCsrs(csrs, {
    template,
    runId,
    columnsOf,
    noun: 'certificate file',
    rule: 'output-path',
    input: 'file-name',
    fold: foldName,
    directoriesOf,
    refuseValue: (value, field) =>
      field !== 'path' && /[/\\\p{Cc}]/u.test(value)
        ? `{${field}} holds a slash, a backslash or a control character.`
        : undefined,
    refuse: (name) => refuseFileName(name, forArtifact),
  });
}

/**
 * Why nothing below the output directory can have this name; undefined when it can.
 *
 * @param name with `/` as separator
 * @param forArtifact as for {@link certificateFiles}
 */
export function refuseFileName(name: string, forArtifact: boolean): string | undefined {
  const segments = name.split('/');
  if (segments.some((segment) => /^\.{0,2}$/.test(segment))) return 'It leads out of the directory, or to no file.';
  if (/\p{Surrogate}/u.test(name)) return 'It holds half a character, for which no file system has a name of its own.';
  if (segments.some((segment) => Buffer.byteLength(segment) > MAX_NAME_BYTES)) {
    return `No file system takes a name of more than ${MAX_NAME_BYTES} bytes.`;
  }
  if (forArtifact && /[":<>|*?\\\r\n]/.test(name)) {
    return 'GitHub takes no file into an artifact whose name holds " : < > | * ? \\ or a line break; `deliver: directory` does.';
  }
  if (process.platform === 'win32' && NOT_ON_WINDOWS.test(name)) {
    return 'Windows takes no name that holds < > : " | ? * \\ or a control character.';
  }
  return refuseReserved(name);
}
