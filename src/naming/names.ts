import type { Csr, Finding } from '../csr/csr.ts';
import { fileStem, withoutExtension } from '../lib/file-stem.ts';
import type { ColumnsOf } from './device-columns.ts';
import {
  columnsIn,
  fieldsOf,
  renderTemplate,
  type Template,
  type TemplateField,
  type TemplateValues,
} from './template.ts';

/** The names that a template gives to the CSRs of a batch. */
export interface Names {
  /** By the path of the CSR; of those without a finding. */
  readonly byPath: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** The name of a CSR now that its certificate is known. */
  final(csr: Csr, certificateId: string): string;
}

/** What makes a name fit for the place where it is used. */
export interface Naming {
  readonly template: Template;
  /** Decimal id of the workflow run, undefined outside GitHub. */
  readonly runId: string | undefined;
  /** What the devices file says of each device; undefined where there is none. */
  readonly columnsOf?: ColumnsOf | undefined;
  /** The name in the words of a person: `certificate file`, `secret`. */
  readonly noun: string;
  /** Id of the rule that findings name; `-collision` and `-illegal` are appended. */
  readonly rule: string;
  /** The input to change. */
  readonly input: string;
  /** Makes a value fit for the name. Different values must stay different. */
  readonly write?: (value: string) => string;
  /** Names that this maps to one text are one name. */
  readonly fold: (name: string) => string;
  /** Names that differ only in case are different names. */
  readonly isCaseSensitive?: boolean;
  /** The directories that a file of this name is in; absent where names are not paths. */
  readonly directoriesOf?: (name: string) => readonly string[];
  /** Why a value cannot stand in the name at all. */
  readonly refuseValue?: (value: string, field: TemplateField) => string | undefined;
  /** Why the name cannot be used. */
  readonly refuse: (name: string) => string | undefined;
}

/**
 * Names every CSR, and finds those whose name is empty, illegal, or that of another one: before there is anything to
 * name.
 *
 * {@link Naming.template} may hold `{certificate-id}`, which no one knows yet: the key's fingerprint stands in for it,
 * which is 64 hexadecimal digits, too, and as much the device's own.
 *
 * @param csrs all of the batch, in the order that `{index}` counts, from 1
 */
export function nameCsrs(csrs: readonly Csr[], naming: Naming): Names {
  const { template, rule, noun, input, refuse, refuseValue, write, fold, isCaseSensitive = false } = naming;
  const fields = fieldsOf(template);
  const byPath = new Map<string, string>();
  const owners = new Map<string, string>();
  const shared = new Map<string, string[]>();
  const findings: Finding[] = [];
  for (const [position, csr] of csrs.entries()) {
    const values = valuesOf(csr, position + 1, csr.spkiSha256, naming);
    const empty = fields.find((field) => (values[field] ?? '') === '');
    if (empty !== undefined) {
      findings.push(withoutValue(csr, empty, naming));
      continue;
    }
    const name = renderTemplate(template, values, write);
    const complaint = fields.map((field) => refuseValue?.(values[field] ?? '', field)).find(Boolean) ?? refuse(name);
    if (complaint !== undefined) {
      findings.push({
        rule: `${rule}-illegal`,
        severity: 'error',
        path: csr.path,
        message: `Its ${noun} cannot be called "${name}": ${complaint}`,
        fix: `Rename the file, or choose other fields in ${input}.`,
      });
      continue;
    }
    byPath.set(csr.path, name);
    const key = fold(name);
    const owner = owners.get(key);
    const sharing = shared.get(key);
    if (owner === undefined) owners.set(key, csr.path);
    else if (sharing === undefined) shared.set(key, [owner, csr.path]);
    else sharing.push(csr.path);
  }
  for (const sharing of shared.values()) {
    for (const path of sharing) {
      const others = sharing.slice(0, 4).filter((other) => other !== path);
      findings.push({
        rule: `${rule}-collision`,
        severity: 'error',
        path,
        message: `Its ${noun} would be called ${byPath.get(path)}, as would that of ${others.slice(0, 3).join(', ')}.`,
        fix: `Rename one of the files so that they differ in more than ${isCaseSensitive ? 'extension' : 'case or extension'}, or choose other fields in ${input}.`,
      });
    }
  }
  findings.push(...filesAsDirectories(byPath, owners, naming));
  for (const { path } of findings) byPath.delete(path);
  const positions = fields.includes('index') ? new Map(csrs.map(({ path }, position) => [path, position])) : undefined;
  return {
    byPath,
    findings,
    final: (csr, certificateId) =>
      renderTemplate(template, valuesOf(csr, (positions?.get(csr.path) ?? 0) + 1, certificateId, naming), write),
  };
}

/** What a field stands for, where that can be missing. */
const MEANINGS: Readonly<Partial<Record<TemplateField, string>>> = {
  cn: 'common name',
  'serial-number': 'serial number',
  ou: 'organizational unit',
};

/** What is found of a CSR that has no value for a field of a template. */
export function withoutValue(
  { path }: Csr,
  field: TemplateField,
  { rule, input }: Pick<Naming, 'rule' | 'input'>,
): Finding {
  const [column] = columnsIn([{ field, capitals: false }]);
  if (column !== undefined) {
    return {
      rule: `${rule}-illegal`,
      severity: 'error',
      path,
      message: `Its device has nothing in the column ${column} of the devices file, which ${input} uses.`,
      fix: `Fill the cell in, or choose other fields in ${input}.`,
    };
  }
  return {
    rule: `${rule}-illegal`,
    severity: 'error',
    path,
    message: `It has no ${MEANINGS[field] ?? `{${field}}`}, which ${input} uses: {${field}} has no value.`,
    fix: `Choose other fields in ${input}, or have the device make a CSR that has one.`,
    input,
  };
}

/**
 * Finds names of which one is a directory in another: there can be only the file or the directory.
 *
 * @param owners paths of CSRs, by the folded names of theirs
 */
function filesAsDirectories(
  names: ReadonlyMap<string, string>,
  owners: ReadonlyMap<string, string>,
  { directoriesOf, fold, noun, rule, input }: Naming,
): readonly Finding[] {
  if (directoriesOf === undefined) return [];
  const findings = new Map<string, Finding>();
  const add = (path: string, message: string): void => {
    if (findings.has(path)) return;
    const fix = `Rename one of the files or directories, or choose other fields in ${input}.`;
    findings.set(path, { rule: `${rule}-collision`, severity: 'error', path, message, fix });
  };
  for (const [path, name] of names) {
    for (const directory of directoriesOf(name)) {
      const owner = owners.get(fold(directory));
      if (owner === undefined) continue;
      add(path, `Its ${noun} would be called ${name}, but ${directory} would be that of ${owner}.`);
      add(
        owner,
        `Its ${noun} would be called ${names.get(owner)}, but that of ${path} would be in a directory of this name.`,
      );
    }
  }
  return [...findings.values()];
}

/** What the fields of the template stand for, for one CSR. @param index its position in the batch, from 1 */
export function valuesOf(
  csr: Csr,
  index: number,
  certificateId: string | undefined,
  { template, runId, columnsOf }: Pick<Naming, 'template' | 'runId' | 'columnsOf'>,
): TemplateValues {
  const columns = columnsIn(template);
  const cells = columns.length === 0 ? undefined : columnsOf?.(csr);
  return {
    name: fileStem(csr.path),
    path: withoutExtension(csr.path),
    cn: csr.commonName,
    'serial-number': csr.serialNumber,
    ou: csr.organizationalUnit,
    'certificate-id': certificateId,
    'csr-sha256': csr.csrSha256,
    index: String(index),
    'run-id': runId,
    ...Object.fromEntries(columns.map((column) => [`device:${column}`, cells?.get(column)])),
  };
}
