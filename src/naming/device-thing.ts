import type { Csr } from '../csr/csr.ts';
import { valuesOf } from './names.ts';
import { columnsIn, fieldsOf, renderTemplate, type Template } from './template.ts';

/**
 * The name that a CSR's thing gets, by which the CSR finds its line in the devices file; of a CSR without one of the
 * fields, undefined. The function is undefined where no things are asked for, and where their names come from the devices
 * file itself.
 *
 * @param template of `thing-name`
 */
export function thingNamer(template: Template | undefined): ((csr: Csr) => string | undefined) | undefined {
  if (template === undefined || columnsIn(template).length > 0) return undefined;
  const fields = fieldsOf(template);
  return (csr) => {
    const values = valuesOf(csr, 0, undefined, { template, runId: undefined });
    return fields.some((field) => (values[field] ?? '') === '') ? undefined : renderTemplate(template, values);
  };
}
