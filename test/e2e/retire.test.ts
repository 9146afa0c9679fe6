import { afterEach, describe, expect, it } from 'vitest';
import { type Fleet, instantsWithoutCertificate, startFleet, wrongAfter } from './rotation.ts';

let fleet: Fleet;

afterEach(() => fleet.close());

/** Generations in the ledger whose lines say that they were retired. */
async function retiredIn(): Promise<readonly string[]> {
  return (await fleet.ledger()).flatMap(({ csrPath, retiredAt }) => (retiredAt === undefined ? [] : [csrPath])).sort();
}

describe('a dry run', () => {
  it('is what a run without dry-run is: it lists what would be retired, changes nothing, and succeeds', async () => {
    fleet = await startFleet(3);
    await fleet.confirm(fleet.things.slice(0, 2));
    const before = await fleet.ledger();
    const result = await fleet.retire({ 'dry-run': 'true' });
    expect(result.code, result.log).toBe(0);
    expect(result.summary).toContain('2 certificates would be retired');
    expect(result.summary).toContain('1 left, since the newer one is not confirmed');
    for (const thing of fleet.things) expect(result.summary).toContain(thing);
    expect(fleet.emulator.iot.registry().statusChanges).toEqual([]);
    expect(await fleet.ledger()).toEqual(before);
    expect(result.outputs).toMatchObject({ 'retired-count': '0', 'unconfirmed-count': '1' });
    expect(result.annotations.map(({ title }) => title)).toEqual(['unconfirmed', 'dry-run']);
  });
});

describe('a run that retires', () => {
  it('makes what is superseded INACTIVE, detaches it, and says so in the ledger', async () => {
    fleet = await startFleet(4);
    await fleet.confirm(fleet.things);
    const result = await fleet.retire({ report: 'report.html' });
    expect(result.code, result.log).toBe(0);
    expect(wrongAfter(fleet)).toEqual([]);
    expect(instantsWithoutCertificate(fleet)).toEqual([]);
    expect(result.outputs).toMatchObject({ 'retired-count': '4', 'unconfirmed-count': '0' });
    const lines = await fleet.ledger();
    for (const { csrPath, status, retiredAt, confirmedAt } of lines) {
      const isOld = csrPath.startsWith('old/');
      expect([status, retiredAt === undefined, confirmedAt === undefined]).toEqual([
        isOld ? 'INACTIVE' : 'ACTIVE',
        !isOld,
        isOld,
      ]);
    }
    const again = await fleet.retire();
    expect(again.code, again.log).toBe(0);
    expect(again.outputs).toMatchObject({ 'retired-count': '0' });
    expect(again.summary).toContain('4 done before');
    expect(await fleet.ledger()).toEqual(lines);
    // The old CSR gets nothing any more.
    const issue = await fleet.run({
      mode: 'issue',
      'csr-path': 'old/*.csr',
      deliver: 'directory',
      rules: 'subject-duplicate=off',
    });
    expect(issue.annotations.at(-1)).toMatchObject({ title: 'key-retired' });
  });

  it('leaves those whose newer certificate is not confirmed, by name, and retires the others', async () => {
    fleet = await startFleet(3);
    const [first = '', second = '', third = ''] = fleet.things;
    await fleet.confirm([first]);
    const result = await fleet.retire();
    expect(result.code, result.log).toBe(0);
    expect(await retiredIn()).toEqual([`old/${first}.csr`]);
    const [notice] = result.annotations;
    expect(notice).toMatchObject({ level: 'notice', title: 'unconfirmed' });
    expect(notice?.message).toContain(`${second}, ${third}`);
    expect(fleet.emulator.iot.registry().statusChanges).toHaveLength(1);
    // What was confirmed once stays so; nobody has to keep the list.
    const later = await fleet.retire({ confirmed: '' });
    expect(later.code, later.log).toBe(0);
    expect(later.summary).toContain('1 done before');
  });

  it('fails when the newer certificate of none is confirmed', async () => {
    fleet = await startFleet(2);
    await fleet.job.write('connected.txt', `${'a'.repeat(64)}\nanother-thing\n`);
    const result = await fleet.retire();
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'nothing-retired' });
    expect(fleet.emulator.iot.registry().statusChanges).toEqual([]);
  });

  it('takes lifecycle events and names of things, and a certificate that connected before does not confirm', async () => {
    fleet = await startFleet(4);
    const [first = '', second = '', third = '', fourth = ''] = fleet.things;
    const event = (thing: string, generation: 'old' | 'new', eventType = 'connected'): string =>
      JSON.stringify({ clientId: thing, eventType, timestamp: 1, principalIdentifier: fleet.idOf(thing, generation) });
    await fleet.job.write(
      'connected.txt',
      `${[event(first, 'new'), `${second} # seen`, event(third, 'old'), event(fourth, 'new', 'disconnected')].join('\r\n')}`,
    );
    const result = await fleet.retire();
    expect(result.code, result.log).toBe(0);
    expect(await retiredIn()).toEqual([`old/${first}.csr`, `old/${second}.csr`]);
  });

  it('retires the unconfirmed after a stated time, and only when that is asked for', async () => {
    fleet = await startFleet(1);
    const alone = await fleet.retire({ confirmed: '', 'retire-after': '12h' });
    expect(alone.annotations.at(-1)?.message).toContain('It is only used with `retire-unconfirmed: true`');
    const forever = await fleet.retire({ confirmed: '', 'retire-unconfirmed': 'true' });
    expect(forever.annotations.at(-1)?.message).toContain('It is required with `retire-unconfirmed: true`');
    const young = await fleet.retire({ confirmed: '', 'retire-unconfirmed': 'true', 'retire-after': '12h' });
    expect(young.annotations.at(-1)).toMatchObject({ title: 'nothing-retired' });
    fleet.emulator.configure({ clockSkewMs: 13 * 3_600_000 });
    const old = await fleet.retire({ confirmed: '', 'retire-unconfirmed': 'true', 'retire-after': '12h' });
    expect(old.code, old.log).toBe(0);
    expect(await retiredIn()).toHaveLength(1);
    // A time is no connection.
    expect((await fleet.ledger()).filter(({ confirmedAt }) => confirmedAt !== undefined)).toEqual([]);
  });
});
