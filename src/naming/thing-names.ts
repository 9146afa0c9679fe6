import type { Csr, Finding } from '../csr/csr.ts';
import { THING_NAME } from '../csr/rules/thing-name.ts';
import { shorten } from '../lib/escape.ts';
import { type Naming, nameCsrs, valuesOf, withoutValue } from './names.ts';
import { fieldsOf, renderTemplate, type Template } from './template.ts';

/** What things are called, and the values of their attributes. */
export interface ThingNaming {
  readonly name: Template;
  readonly attributes: readonly { readonly name: string; readonly value: Template }[];
}

/** The thing of one CSR as the templates make it. */
export interface NamedThing {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The things of a batch. */
export interface ThingNames {
  /** By the path of the CSR; of those without a finding. */
  readonly byPath: ReadonlyMap<string, NamedThing>;
  readonly findings: readonly Finding[];
}

/**
 * The values that attributes can have, which may be 800 characters long. An empty one is none to AWS IoT: it takes the
 * attribute away. https://docs.aws.amazon.com/iot/latest/apireference/API_AttributePayload.html
 */
export const ATTRIBUTE_VALUE = /^[a-zA-Z0-9_.,@/:#=[\]-]{1,800}$/;

type Sources = Pick<Naming, 'runId' | 'columnsOf'>;

/** Characters of a value that is repeated in a message. */
const VALUE_SHOWN = 100;

/**
 * Names the thing of every CSR. Two CSRs that make one thing are findings: the certificate of one device would be
 * attached to the thing of another.
 *
 * @param csrs all of the batch, in the order that `{index}` counts, from 1
 * @param sources what else the fields of templates stand for
 */
export function thingNames(csrs: readonly Csr[], naming: ThingNaming, sources: Sources): ThingNames {
  const names = nameCsrs(csrs, {
    template: naming.name,
    ...sources,
    noun: 'thing',
    rule: 'thing-name',
    input: 'thing-name',
    fold: (name) => name,
    isCaseSensitive: true,
    refuse: (name) =>
      THING_NAME.test(name)
        ? undefined
        : name.length > 128
          ? 'The name of a thing has 128 characters at most.'
          : 'The name of a thing has only letters from a to z, digits, colons, underscores and hyphens.',
  });
  const byPath = new Map<string, NamedThing>();
  const findings = [...names.findings];
  for (const [position, csr] of csrs.entries()) {
    const { attributes, wrong } = attributesOf(csr, position + 1, naming, sources);
    findings.push(...wrong);
    const name = names.byPath.get(csr.path);
    if (name !== undefined && wrong.length === 0) byPath.set(csr.path, { name, attributes });
  }
  return { byPath, findings };
}

function attributesOf(
  csr: Csr,
  index: number,
  { attributes: wanted }: ThingNaming,
  sources: Sources,
): { readonly attributes: ReadonlyMap<string, string>; readonly wrong: readonly Finding[] } {
  const attributes = new Map<string, string>();
  const wrong: Finding[] = [];
  for (const { name, value: template } of wanted) {
    const values = valuesOf(csr, index, undefined, { template, ...sources });
    const empty = fieldsOf(template).find((field) => (values[field] ?? '') === '');
    if (empty !== undefined) {
      wrong.push(withoutValue(csr, empty, { rule: 'thing-attribute', input: 'thing-attributes' }));
      continue;
    }
    const value = renderTemplate(template, values);
    if (ATTRIBUTE_VALUE.test(value)) attributes.set(name, value);
    else {
      wrong.push({
        rule: 'thing-attribute-illegal',
        severity: 'error',
        path: csr.path,
        message: `The attribute ${name} of its thing cannot be "${shorten(value, VALUE_SHOWN)}": ${complaintOf(value)}`,
        fix: 'Rename the file, or choose other fields in thing-attributes.',
      });
    }
  }
  return { attributes, wrong };
}

function complaintOf(value: string): string {
  return value.length > 800
    ? 'The value of an attribute has 800 characters at most.'
    : 'The value of an attribute has only letters from a to z, digits, square brackets and _.,@/:#=-.';
}
