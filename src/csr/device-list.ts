/** A line of the devices file: one device, and which key it has. Text from the file is hostile: escape it for the place it goes. */
export interface ListedDevice {
  /** Of the file, from 1. */
  readonly line: number;
  /** Name of its thing; undefined when the cell is empty or there is no such column, as for the three below. */
  readonly thing: string | undefined;
  /** The serialNumber in its subject. */
  readonly serial: string | undefined;
  /** As in {@link Csr.spkiSha256}. */
  readonly spkiSha256: string | undefined;
  /** As in {@link Csr.csrSha256}. */
  readonly csrSha256: string | undefined;
  /** One for each of {@link DeviceList.columns}; empty where nothing stands. */
  readonly cells: readonly string[];
}

/** The devices file, read: no two lines are of one device, or of one key. */
export interface DeviceList {
  /** As in {@link Csr.path}. */
  readonly path: string;
  /** Names of the columns, in lower case, each once. */
  readonly columns: readonly string[];
  readonly devices: readonly ListedDevice[];
}

/** The columns by which a CSR and its line find each other. */
export const THING = 'thing';
export const SERIAL = 'serial';
/** The columns that say which key a device has. */
export const SPKI_SHA256 = 'spki-sha256';
export const CSR_SHA256 = 'csr-sha256';

/** Other spellings of these columns, without what stands between the words: `Serial Number`, `SPKI_SHA256`. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['thing', THING],
  ['thingname', THING],
  ['serial', SERIAL],
  ['serialnumber', SERIAL],
  ['spkisha256', SPKI_SHA256],
  ['csrsha256', CSR_SHA256],
]);

/** The name of a column as {@link DeviceList.columns} has it: case does not count. */
export function columnName(text: string): string {
  const name = text.trim().toLowerCase();
  return SPELLINGS.get(name.replace(/[ _-]/g, '')) ?? name;
}

/** `the device gw-7`: what a person knows the device of a line by. */
export function deviceName({ thing, serial }: ListedDevice): string {
  return thing === undefined ? `the device with the serial number ${serial ?? ''}` : `the device ${thing}`;
}
