import Sqlite from 'libsql';
import pg from 'pg';

/**
 * Loaded into a bot before anything else, so that it dies at a step of a delivery as a power cut would have it: by
 * SIGKILL, just before the statement that matches DIES_AT is run for the DIES_NTH time.
 */
const point = new RegExp(process.env.DIES_AT ?? '$^');
let left = Number(process.env.DIES_NTH ?? 1);

function pass(sql) {
  if (!point.test(sql)) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  for (const how of ['all', 'run']) {
    const run = statement[how];
    statement[how] = function (...given) {
      pass(sql);
      return run.apply(this, given);
    };
  }
  return statement;
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (asked, ...more) {
  pass(typeof asked === 'string' ? asked : (asked?.text ?? ''));
  return query.call(this, asked, ...more);
};
