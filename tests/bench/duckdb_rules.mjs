// Runs rules over many schools in DuckDB, on one thread.
//
// usage: node duckdb_rules.mjs FOLDER RUNS
//
// FOLDER holds data.csv and rules.json. Prints JSON: the median of CPU seconds
// that a table of all findings takes, and how many there are. The data are
// loaded before. NODE_MODULES names the folder of the packages.
import { createRequire } from 'node:module';
import fs from 'node:fs';

const [folder, runs] = process.argv.slice(2);
const require = createRequire(`${process.env.NODE_MODULES}/`);
const { DuckDBInstance } = require('@duckdb/node-api');
const rules = JSON.parse(fs.readFileSync(`${folder}/rules.json`, 'utf8'));

function condition(rule) {
  const at = (name) => `t.${name}`;
  const quotient = (a, b) => `${at(a)} / nullif(${at(b)}, 0)`;
  switch (rule.kind) {
    case 'sum':
      return `abs(${rule.parts.map(at).join(' + ')} - ${at(rule.total)}) <= 0.005`;
    case 'rate':
      return `abs(${rule.scale} * ${quotient(rule.num, rule.den)} - ` +
          `${at(rule.rate)}) <= ${rule.tol}`;
    case 'yoy':
      return `abs(t.${rule.col} - p.${rule.col}) / ` +
          `abs(nullif(p.${rule.col}, 0)) <= ${rule.limit}`;
    case 'le':
      return `${at(rule.a)} <= ${at(rule.b)}`;
    case 'range':
      return `${at(rule.col)} between ${rule.lo} and ${rule.hi}`;
    default:
      return `${quotient(rule.num, rule.den)} between ${rule.lo} and ${rule.hi}`;
  }
}

function select(rule) {
  const from = rule.kind !== 'yoy' ? 'from t' :
      'from t left join t p on p.school = t.school and p.year = t.year - 1';
  return `select '${rule.id}' as rule, t.school, t.year ${from} ` +
      `where not(${condition(rule)})`;
}

const head = fs.readFileSync(`${folder}/data.csv`, 'utf8').split('\n', 1)[0];
const types = head.split(',').map((name, i) =>
    `'${name}': '${i < 3 ? 'VARCHAR' : i === 3 ? 'INTEGER' : 'DOUBLE'}'`);
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const database = await instance.connect();
await database.run(
    `create table t as select * from read_csv('${folder}/data.csv', ` +
    `header = true, columns = {${types.join(', ')}})`);

const taken = [];
for (let run = 0; run < Number(runs); ++run) {
  const before = process.cpuUsage();
  await database.run('create or replace table findings as ' +
                     rules.map(select).join(' union all '));
  const used = process.cpuUsage(before);
  taken.push((used.user + used.system) / 1e6);
}
const rows = await database.runAndReadAll('select count(*) from findings');
taken.sort((a, b) => a - b);
console.log(JSON.stringify({
  seconds: taken[Math.floor(taken.length / 2)],
  findings: Number(rows.getRows()[0][0]),
}));
