// Prints the section of CHANGELOG.md about one version, the notes of its release. From the root of the repository: `node .ci/release-notes.mjs 1.2.3`.
// Fails when package.json names another version, or CHANGELOG.md has nothing about this one.
import { readFileSync } from 'node:fs';

const [version = ''] = process.argv.slice(2);

if (!/^\d+\.\d+\.\d+$/.test(version)) fail(`${JSON.stringify(version)} is no version. Write it as 1.2.3, without v.`);
const named = JSON.parse(readFileSync('package.json', 'utf8')).version;
if (named !== version) fail(`package.json names version ${named}, not ${version}.`);

// Headings are `## 1.2.3` or `## 1.2.3 - 2026-12-01`.
const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
const notes = section?.slice(section.indexOf('\n') + 1).trim();
if (!notes) fail(`CHANGELOG.md says nothing about ${version}. Give "Unreleased" the heading "## ${version}".`);
console.log(notes);

function fail(message) {
  console.error(message);
  process.exit(1);
}
