import { hasAmazonRoots } from '../delivery/bundle/amazon-roots.ts';
import { BUNDLE_FORMATS, type BundleFormat } from '../naming/bundle-names.ts';
import type { Shard } from '../validation/shard.ts';
import type { Mistakes } from './mistakes.ts';
import { boolean, type Parse, someOf } from './parsers.ts';

/** What a device gets beside its certificate. Each field is documented in action.yml. */
export interface BundleInputs {
  /** Each once, in the order in which they are documented. */
  readonly formats: readonly BundleFormat[];
  /** One archive for each production line, in place of a directory for each device. */
  readonly archives: boolean;
}

type BundleInputName = 'bundle' | 'bundle-formats' | 'bundle-archives';

interface Reader {
  readonly read: <T, F>(name: BundleInputName, parse: Parse<T>, fallback: F) => T | F;
  readonly text: (name: BundleInputName) => string;
  readonly mistakes: Pick<Mistakes, 'add'>;
  /** Only `issue` and `validate` are about bundles. */
  readonly mode: string;
  /** Empty where nobody is asked in AWS. */
  readonly region: string;
  readonly shard: Shard | undefined;
}

/** Reads the inputs about bundles, which go together: one that has no effect is a mistake, too. */
export function readBundleInputs(reader: Reader): BundleInputs | undefined {
  const { read, text, mistakes, mode, region, shard } = reader;
  if (mode !== 'issue' && mode !== 'validate') return undefined;
  const asked = read('bundle', boolean, false);
  const formats: readonly BundleFormat[] = read('bundle-formats', someOf(...BUNDLE_FORMATS), []);
  const archives = read('bundle-archives', boolean, false);
  if (!asked) {
    const pointless = [
      ...(text('bundle-formats') === '' ? [] : ['bundle-formats']),
      ...(archives ? ['bundle-archives'] : []),
    ];
    for (const name of pointless) {
      mistakes.add(name, 'It is only used with `bundle: true`.', 'Remove it, or set `bundle: true`.');
    }
    return undefined;
  }
  if (region !== '' && !hasAmazonRoots(region)) {
    mistakes.add(
      'bundle',
      `AWS IoT in ${region} does not use the Amazon root certificates that a bundle holds, so no device could connect with it.`,
      'Remove it, and give the devices the root certificates of that partition of AWS.',
    );
  }
  if (archives && shard !== undefined) {
    mistakes.add(
      'bundle-archives',
      'The devices of a production line are in several shards, and an archive is of a whole line.',
      'Remove it here, and set `bundle-archives: true` where the shards are merged.',
    );
  }
  return { formats: BUNDLE_FORMATS.filter((format) => formats.includes(format)), archives };
}
