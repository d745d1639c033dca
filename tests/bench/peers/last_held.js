// What one would write instead of mentor, with js-yaml: days since each pair last met, longest first. Usage: node last_held.js DIR
const fs = require('fs'), path = require('path'), yaml = require('js-yaml');

const today = Date.UTC(2026, 6, 1), last = new Map();
const met = (pair, date) => last.set(pair, Math.max(date, last.get(pair) ?? date));

function frontMatter(text) {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  return end < 0 ? [{}, text] : [yaml.load(text.slice(4, end + 1)), text.slice(end + 5)];
}

function readMarkdown(file) {
  const [header, body] = frontMatter(fs.readFileSync(file, 'utf8'));
  if (header.status === 'held') met(path.basename(path.dirname(file)), +header.date);
  else if ('mentor' in header)
    for (const [, date] of body.matchAll(/^## (\d{4}-\d\d-\d\d) held\b/gm)) met(path.basename(file, '.md'), Date.parse(date));
}

function readYaml(file) {
  for (const meeting of yaml.load(fs.readFileSync(file, 'utf8')).meetings ?? [])
    if (meeting.status === 'held') met(path.basename(file, '.yaml'), +meeting.date);
}

function walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(file);
    else if (file.endsWith('.yaml')) readYaml(file);
    else if (file.endsWith('.md')) readMarkdown(file);
  }
}

walk(process.argv[2]);
for (const [pair, date] of [...last].sort(([p, a], [q, b]) => a - b || (p < q ? -1 : 1))) console.log((today - date) / 864e5, pair);
