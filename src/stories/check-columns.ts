import type { DeviceList } from '../csr/device-list.ts';
import { joinErrors } from '../lib/user-error.ts';
import { type ColumnUses, columnUsers, unknownColumn } from '../naming/device-columns.ts';

/**
 * Refuses templates that name a column which the devices file does not have. That there is a file at all is seen where
 * inputs are read.
 *
 * @throws UserError `inputs`, all of them in one
 */
export function refuseUnknownColumns(uses: ColumnUses, devices: DeviceList | undefined): void {
  if (devices === undefined) return;
  const wrong = joinErrors(columnUsers(uses).flatMap((user) => unknownColumn(user, devices) ?? []));
  if (wrong !== undefined) throw wrong;
}
