import fc from 'fast-check';
import { inject } from 'vitest';

// One seed for every property, so that CI judges a commit and not the luck of a draw; `npm run properties` draws afresh.
const seed = inject('propertySeed');
if (seed !== 0) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
