// Runs statements over schools in DuckDB on one thread.
//
// usage: duckdb_metrics.mjs FOLDER RUNS
//   FOLDER has data.csv and duckdb.json: names and statements in their order.
// Prints one JSON object: seconds of processor time by name, medians, and the
// row of the last statement, "checks".
import fs from 'fs';
import { createRequire } from 'module';

const require = createRequire(`${process.env.NODE_MODULES}/`);
const { DuckDBInstance } = require('@duckdb/node-api');
const [folder, runs] = process.argv.slice(2);
const statements = JSON.parse(
    fs.readFileSync(`${folder}/duckdb.json`, 'utf8'));

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const database = await instance.connect();
await database.run(statements.load);
const taken = {};
for (let run = 0; run < Number(runs); ++run) {
  for (const name of ['metrics', 'aggregates', 'ranks']) {
    const before = process.cpuUsage();
    for (const statement of statements[name]) await database.run(statement);
    const used = process.cpuUsage(before);
    (taken[name] ??= []).push((used.user + used.system) / 1e6);
  }
}
const checks = await database.runAndReadAll(statements.checks);
const seconds = {};
for (const [name, times] of Object.entries(taken)) {
  times.sort((a, b) => a - b);
  seconds[name] = times[Math.floor(times.length / 2)];
}
console.log(JSON.stringify(
    { seconds, checks: checks.getRows()[0].map(Number) }));
