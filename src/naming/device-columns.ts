import type { Csr } from '../csr/csr.ts';
import type { DeviceList, ListedDevice } from '../csr/device-list.ts';
import { nearest } from '../lib/nearest.ts';
import { UserError } from '../lib/user-error.ts';
import { columnsIn, type Template } from './template.ts';

/** The cells of a CSR's line in the devices file, by the names of their columns; undefined when it has no line. */
export type ColumnsOf = (csr: Pick<Csr, 'path'>) => ReadonlyMap<string, string> | undefined;

/** @param lines of the CSRs, by their paths */
export function columnsOfDevices(list: DeviceList, lines: ReadonlyMap<string, ListedDevice>): ColumnsOf {
  return ({ path }) => {
    const device = lines.get(path);
    return device && new Map(list.columns.map((column, index) => [column, device.cells[index] ?? '']));
  };
}

/** An input whose template may use columns. */
interface ColumnUser {
  readonly input: string;
  readonly template: Template;
}

/** Templates of a run that may use columns of the devices file. */
export interface ColumnUses {
  readonly fileName: Template;
  readonly secrets: { readonly name: Template } | undefined;
  /** Undefined: no things are asked for. */
  readonly registration:
    | { readonly thingName: Template | undefined; readonly thingAttributes: readonly { readonly value: Template }[] }
    | undefined;
}

/** Every template that may use columns, with its input. */
export function columnUsers({ fileName, secrets, registration }: ColumnUses): readonly ColumnUser[] {
  const { thingName, thingAttributes = [] } = registration ?? {};
  return [
    { input: 'file-name', template: fileName },
    ...(secrets === undefined ? [] : [{ input: 'secret-name', template: secrets.name }]),
    ...(thingName === undefined ? [] : [{ input: 'thing-name', template: thingName }]),
    ...thingAttributes.map(({ value }) => ({ input: 'thing-attributes', template: value })),
  ];
}

/** Columns that a message lists. */
const SHOWN = 20;

/** Why a template cannot be filled in from this devices file: it names a column that is not there. */
export function unknownColumn({ input, template }: ColumnUser, list: DeviceList): UserError | undefined {
  const column = columnsIn(template).find((one) => !list.columns.includes(one));
  if (column === undefined) return undefined;
  const close = nearest(column, list.columns);
  const more = list.columns.length - SHOWN;
  const columns = `${list.columns.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return new UserError('inputs', `${input}: ${list.path} has no column ${column}.`, {
    where: input,
    fix: `${close === undefined ? '' : `Did you mean {device:${close}}? `}The file has the columns ${columns}.`,
  });
}
