// What the trials of JavaScript clients share: waiting, saying what was seen, and the simulator's own side.
import { setTimeout as pause } from 'node:timers/promises';

const WAIT_MS = 30_000;
const POLL_MS = 100;

export const ok = (what) => console.log(`  ok: ${what}`);

export async function waitFor(what, ask) {
  const deadline = Date.now() + WAIT_MS;
  while (Date.now() < deadline) {
    const found = await ask();
    if (found) {
      ok(what);
      return found;
    }
    await pause(POLL_MS);
  }
  throw new Error(`gave up waiting for ${what}`);
}

// The answer of a request that has to be refused.
export async function refused(work) {
  try {
    await work();
  } catch (error) {
    if (error.response?.data) {
      return error.response;
    }
    throw error;
  }
  throw new Error('was not refused');
}

export async function control(address, path, body) {
  const response = await fetch(`${address.replace(/\/$/, '')}/_control/${path}`, { method: 'PUT', body: JSON.stringify(body) });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
}

// Runs a trial to its end and says how it went by its last line and its exit code.
export async function run(trial) {
  const address = process.argv[2];
  if (!address) {
    console.error('usage: node TRIAL.mjs ADDRESS');
    process.exit(2);
  }
  try {
    await trial(address);
    console.log('passed');
  } catch (error) {
    // Printed whole, an error of the HTTP client is hundreds of lines long.
    console.error(error.stack, JSON.stringify(error.response?.data ?? null));
    process.exitCode = 1;
  }
}
