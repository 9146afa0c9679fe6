import type { Finding, FindingGroup } from '../../csr/csr.ts';
import { shorten } from '../../lib/escape.ts';
import type { Problem } from '../../records/certificate.ts';
import { describeRule } from '../../validation/rule-catalogue.ts';
import type { Columns, FrontCoded, Kind, PageData } from './page-data.ts';

/** A device, or what an audit found, before it is made compact. */
export interface PageRow {
  readonly path: string;
  /** Index of its kind. */
  readonly kind: number;
  readonly commonName?: string | undefined;
  readonly key?: string | undefined;
  readonly status?: string | undefined;
  readonly recorded?: string | undefined;
  readonly file?: string | undefined;
  readonly secret?: string | undefined;
  readonly thing?: string | undefined;
  readonly registry?: string | undefined;
  readonly rights?: string | undefined;
  /** ISO 8601. */
  readonly issuedAt?: string | undefined;
  /** `runId/attempt/commit`. */
  readonly origin?: string | undefined;
  /** Hex. */
  readonly id?: string | undefined;
  /** Hex. */
  readonly spki?: string | undefined;
  readonly problem?: Problem | undefined;
}

/** What the rows and their findings are made of. */
export interface PageRows {
  readonly kinds: readonly Kind[];
  /** In the order of their paths. */
  readonly rows: readonly PageRow[];
  readonly findings: readonly Finding[];
  readonly groups: readonly FindingGroup[];
  readonly duplicates: readonly { readonly path: string; readonly id: string; readonly status: string | undefined }[];
}

/** Characters of a text: a subject, and with it a message, may hold pages. Paths are whole. */
const TEXT = 1_000;
const NAME = 300;

const SEVERITIES = ['error', 'warning', 'notice'] as const;

/** Makes rows compact: about 110 bytes for a device with a certificate. */
export function encode({
  kinds,
  rows,
  findings,
  groups,
  duplicates,
}: PageRows): Omit<PageData, 'run' | 'throughput' | 'registry'> {
  const texts = createTexts();
  const rowOf = new Map(rows.map(({ path }, index) => [path, index]));
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const ruleOf = new Map(rules.map((rule, index) => [rule, index]));
  const columns = toColumns(rows, texts.add);
  const encoded = {
    findings: findings.flatMap(({ path, rule, severity, message, fix }) => {
      const row = rowOf.get(path);
      return row === undefined
        ? []
        : [row, ruleOf.get(rule) ?? 0, SEVERITIES.indexOf(severity), texts.add(message), texts.add(fix)];
    }),
    problems: rows.flatMap(({ problem }, row) =>
      problem === undefined ? [] : [row, texts.add(problem.code), texts.add(problem.message), texts.add(problem.fix)],
    ),
    duplicates: duplicates.flatMap(({ path, status }) => [rowOf.get(path) ?? -1, texts.add(status)]),
    duplicateIds: duplicates.map(({ id }) => hash(id)).join(''),
    groups: groups.flatMap(({ rule, members }) => {
      const others = members.filter((member) => !rowOf.has(member)).map(texts.add);
      const found = members.flatMap((member) => rowOf.get(member) ?? []);
      const index = ruleOf.get(rule);
      return index === undefined ? [] : [{ rule: index, rows: found, others }];
    }),
  };
  return {
    kinds,
    rules: rules.map((id) => ({ id, title: describeRule(id)?.title ?? '' })),
    ...texts.finish(columns, encoded),
  };
}

type Encoded = Pick<PageData, 'findings' | 'problems' | 'duplicates' | 'duplicateIds' | 'groups'>;

function toColumns(rows: readonly PageRow[], add: (text: string | undefined) => number): Columns {
  let before = 0;
  return {
    path: frontCode(rows.map(({ path }) => path)),
    kind: rows.map(({ kind }) => String(kind)).join(''),
    commonName: rows.map(({ path, commonName }) => {
      if (commonName === undefined) return 0;
      return commonName === stemOf(path) ? 1 : shorten(commonName, NAME);
    }),
    key: rows.map(({ key }) => add(key)),
    status: rows.map(({ status }) => add(status)),
    recorded: rows.map(({ recorded }) => add(recorded)),
    file: rows.map(({ path, file }) => (file === undefined ? 0 : file === pemOf(path) ? 1 : file)),
    secret: rows.map(({ secret }) => secret ?? 0),
    thing: rows.map(({ path, thing }) => (thing === undefined ? 0 : thing === stemOf(path) ? 1 : thing)),
    registry: rows.map(({ registry }) => add(registry)),
    rights: rows.map(({ rights }) => add(rights)),
    issuedAt: rows.map(({ issuedAt = '' }) => {
      const time = Date.parse(issuedAt);
      if (Number.isNaN(time)) return null;
      const since = time - before;
      before = time;
      return since;
    }),
    origin: rows.map(({ origin }) => add(origin)),
    ids: rows.map(({ id }) => (id === undefined ? '' : hash(id))).join(''),
    spkis: rows.map(({ spki }) => (spki === undefined ? '' : hash(spki))).join(''),
  };
}

/** Name of the file at the path, without its extension. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** Where the certificate of the path goes unless `file-name` says otherwise. */
function pemOf(path: string): string {
  return `${path.replace(/\.[^./]*$/, '')}.pem`;
}

/** 32 bytes in hex as base64url. */
function hash(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url');
}

/** Collects texts, each once; sorted at the end, so that those that begin alike stand beside each other. */
function createTexts() {
  const indices = new Map<string, number>();
  return {
    /** @returns -1 for undefined */
    add(text: string | undefined): number {
      if (text === undefined) return -1;
      const short = shorten(text, TEXT);
      const known = indices.get(short) ?? indices.size;
      indices.set(short, known);
      return known;
    },
    /** The texts, and what refers to them by their final places. */
    finish(columns: Columns, encoded: Encoded): Pick<PageData, 'texts' | 'rows'> & Encoded {
      const sorted = [...indices].sort(([a], [b]) => (a < b ? -1 : 1));
      const placeOf = new Map(sorted.map(([, index], place) => [index, place]));
      const moved = (index: number): number => placeOf.get(index) ?? -1;
      const movedWhere = (numbers: readonly number[], width: number, first: number): readonly number[] =>
        numbers.map((value, index) => (index % width >= first ? moved(value) : value));
      const { key, status, recorded, origin, registry, rights } = columns;
      return {
        texts: frontCode(sorted.map(([text]) => text)),
        rows: {
          ...columns,
          key: whereAny(key.map(moved)),
          status: whereAny(status.map(moved)),
          recorded: whereAny(recorded.map(moved)),
          origin: whereAny(origin.map(moved)),
          registry: whereAny(registry.map(moved)),
          rights: whereAny(rights.map(moved)),
          secret: columns.secret.some((name) => name !== 0) ? columns.secret : [],
          thing: columns.thing.some((name) => name !== 0) ? columns.thing : [],
        },
        findings: movedWhere(encoded.findings, 5, 3),
        problems: movedWhere(encoded.problems, 4, 1),
        duplicates: movedWhere(encoded.duplicates, 2, 1),
        duplicateIds: encoded.duplicateIds,
        groups: encoded.groups.map(({ others, ...group }) => ({ ...group, others: others.map(moved) })),
      };
    },
  };
}

/** A column in which no row has anything is left empty. */
function whereAny(column: readonly number[]): readonly number[] {
  return column.some((index) => index >= 0) ? column : [];
}

function frontCode(texts: readonly string[]): FrontCoded {
  let before = '';
  const shared: number[] = [];
  const rest: string[] = [];
  for (const text of texts) {
    let length = 0;
    while (length < before.length && before[length] === text[length]) length++;
    shared.push(length);
    rest.push(text.slice(length));
    before = text;
  }
  return { shared, rest };
}
