import { PARTITION_KEY } from '../../src/records/table/item.ts';
import { startTable } from './table-stand-in.ts';

// The process that table.ts forks.
process.send?.((await startTable(PARTITION_KEY)).origin);
