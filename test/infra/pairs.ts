/** What each input may be. */
type Choices = Readonly<Record<string, readonly string[]>>;

/**
 * Combinations of choices such that any two choices of two inputs are together in one of them: far fewer than all
 * combinations, and most mistakes take two inputs. Greedy, so not the fewest there could be; the same every time.
 */
export function pairsOf<C extends Choices>(choices: C): readonly Readonly<Record<keyof C, string>>[] {
  const names = Object.keys(choices);
  const missing = new Set<string>();
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      for (const x of choices[a] ?? []) for (const y of choices[b] ?? []) missing.add(keyOf(a, x, b, y));
    }
  }
  const rows: Record<string, string>[] = [];
  for (let [first] = missing; first !== undefined; [first] = missing) {
    const [a = '', x = '', b = '', y = ''] = JSON.parse(first) as string[];
    const row: Record<string, string> = { [a]: x, [b]: y };
    for (const name of names) {
      if (name in row) continue;
      const gains = (value: string): number =>
        pairsIn({ ...row, [name]: value }, names).filter((key) => missing.has(key)).length;
      row[name] = (choices[name] ?? []).reduce((best, value) => (gains(value) > gains(best) ? value : best));
    }
    for (const key of pairsIn(row, names)) missing.delete(key);
    rows.push(row);
  }
  return rows as Record<keyof C, string>[];
}

function pairsIn(row: Readonly<Record<string, string>>, names: readonly string[]): readonly string[] {
  const set = names.filter((name) => name in row);
  return set.flatMap((a, index) => set.slice(index + 1).map((b) => keyOf(a, row[a] ?? '', b, row[b] ?? '')));
}

function keyOf(a: string, x: string, b: string, y: string): string {
  return JSON.stringify([a, x, b, y]);
}
