/** The one of `candidates` that `text` was most likely meant to be; undefined when none is like it. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.toLowerCase().slice(0, 100);
  const ordered = sortWords(wanted);
  let best: string | undefined;
  // More than a third of the characters changed is another word.
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = Math.min(editDistance(wanted, other), editDistance(ordered, sortWords(other)));
    if (distance >= least) continue;
    [best, least] = [candidate, distance];
  }
  // A part of a name.
  return best ?? (wanted.length < 3 ? undefined : candidates.find((one) => one.toLowerCase().includes(wanted)));
}

function sortWords(text: string): string {
  return text.split('-').sort().join('-');
}

/** How many characters have to be put in, taken out or replaced to make one text the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
