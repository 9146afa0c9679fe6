// Loaded into a process that is measured: writes what it used when it ends.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () =>
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ ...process.resourceUsage(), maxRSS: peakKilobytes() })),
);

// Linux counts the memory of the process that started this one, too, in what getrusage tells, but not here.
function peakKilobytes() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
