#!/usr/bin/env node
// Drives a simulator with Linode's own JavaScript client, as their Cloud Manager does.
//
// usage: node linode_api_v4_trial.mjs http://127.0.0.1:5080      (after `npm ci` in this folder)
//
// Lists the catalogue, then creates, reboots, stops, starts and deletes a machine. Every wait polls and is bounded.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as linode from '@linode/api-v4';

const WAIT_MS = 30_000;
const POLL_MS = 100;

const address = process.argv[2];
if (!address) {
  console.error('usage: node linode_api_v4_trial.mjs ADDRESS');
  process.exit(2);
}

// The client has its host built in: send its requests to the simulator instead, paths unchanged, and nothing anywhere else.
const vendor = 'https://api.linode.com/';
linode.baseRequest.interceptors.request.use((config) => {
  assert.ok(config.url.startsWith(vendor), config.url);
  return { ...config, baseURL: undefined, url: `${address.replace(/\/$/, '')}/${config.url.slice(vendor.length)}` };
});
const tokenSetting = linode.setToken(`trial-${randomUUID()}`);

const ok = (what) => console.log(`  ok: ${what}`);

async function waitFor(what, ask) {
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

// The {reason, field} pairs of an error answer.
async function refused(work) {
  try {
    await work();
  } catch (error) {
    if (error.response?.data?.errors) {
      return error.response.data.errors;
    }
    throw error;
  }
  throw new Error('was not refused');
}

async function readCatalogue() {
  const types = await linode.getLinodeTypes();
  assert.ok(types.data.some((type) => type.id === 'g6-nanode-1' && type.price.monthly === 5));
  ok(`${types.results} types`);
  assert.equal((await linode.getType('g6-standard-2')).memory, 4096);
  const regions = await linode.getRegions();
  assert.ok(regions.data.some((region) => region.id === 'us-east' && region.status === 'ok'));
  ok(`${regions.results} regions`);
  const scarce = await linode.getRegionAvailabilities({ page: 2, page_size: 100 });
  assert.ok(scarce.pages > 1 && scarce.page === 2);
  ok(`${scarce.results} availabilities in ${scarce.pages} pages`);
  const images = await linode.getImages({}, { vendor: 'Debian', deprecated: false });
  assert.ok(images.data.length > 0 && images.data.every((image) => image.vendor === 'Debian'));
  ok(`${images.results} images of one vendor`);
  assert.equal((await linode.getImage('linode/debian12')).id, 'linode/debian12');
  ok('an image whose id holds a slash');
  assert.match((await linode.getProfile()).username, /\w+/);
}

async function liveOnce() {
  const label = `trial-${randomUUID().slice(0, 8)}`;
  const order = { label, region: 'us-east', type: 'g6-nanode-1', image: 'linode/debian12', root_pass: 'Correct-Horse-9-Battery', tags: ['trial'], booted: true };
  const machine = await linode.createLinode(order);
  assert.equal(machine.status, 'provisioning');
  ok('created, provisioning');
  assert.equal((await refused(() => linode.createLinode(order)))[0].reason, 'Label must be unique among your linodes');
  ok('the label is taken');
  assert.equal((await refused(() => linode.linodeReboot(machine.id)))[0].reason, 'Linode busy.');
  ok('busy while it provisions');

  const reach = (status) => waitFor(status, async () => (await linode.getLinode(machine.id)).status === status);
  await reach('running');
  await linode.linodeReboot(machine.id);
  await reach('rebooting');
  await reach('running');
  await linode.linodeShutdown(machine.id);
  await reach('offline');
  await linode.linodeBoot(machine.id);
  await reach('running');

  assert.equal((await linode.getLinodes({}, { label })).data[0].id, machine.id);
  ok('found by its label');
  assert.equal((await linode.getLinodeConfigs(machine.id)).results, 1);
  assert.equal((await linode.getLinodeDisks(machine.id)).results, 2);
  assert.equal((await linode.getLinodeIPs(machine.id)).ipv4.public[0].address, machine.ipv4[0]);
  ok('configuration, disks and addresses');
  const events = await linode.getEvents({}, { 'entity.id': machine.id, 'entity.type': 'linode', '+order_by': 'created', '+order': 'desc' });
  assert.deepEqual(events.data.map((event) => event.action), ['linode_boot', 'linode_shutdown', 'linode_reboot', 'linode_boot', 'linode_create']);
  assert.ok(events.data.every((event) => event.status === 'finished' && event.percent_complete === 100));
  ok('five events, all finished');
  assert.equal((await linode.updateLinode(machine.id, { label: `${label}-2` })).label, `${label}-2`);
  ok('renamed');
  await linode.deleteLinode(machine.id);
  assert.equal((await refused(() => linode.getLinode(machine.id)))[0].reason, 'Not found');
  ok('deleted');
}

async function keepKeys() {
  const key = await linode.createSSHKey({ label: 'trial', ssh_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMun3vxxxCXJSKtMUgvrSuerQziQhn7dyQELEqJbBkxk me@home' });
  assert.equal((await linode.getSSHKeys()).data[0].id, key.id);
  await linode.deleteSSHKey(key.id);
  ok('a key kept and deleted');
}

try {
  await readCatalogue();
  await liveOnce();
  await keepKeys();
  linode.baseRequest.interceptors.request.eject(tokenSetting);
  linode.setToken('invalid-token');
  assert.equal((await refused(() => linode.getProfile()))[0].reason, 'Invalid Token');
  ok('an invalid token is refused');
  console.log('passed');
} catch (error) {
  // Printed whole, an error of the HTTP client is hundreds of lines long.
  console.error(error.stack, JSON.stringify(error.response?.data ?? null));
  process.exitCode = 1;
}
