#!/usr/bin/env node
// Drives a simulator with Linode's own JavaScript client, as their Cloud Manager does.
//
// usage: node linode_api_v4_trial.mjs http://127.0.0.1:5080      (after `npm ci` in this folder)
//
// Lists the catalogue, then creates, reboots, stops, starts and deletes a machine; keeps keys, tags, images, scripts and
// networks; runs into a rate limit. Every wait polls and is bounded.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as linode from '@linode/api-v4';
import { control, ok, refused, run, waitFor } from './trial.mjs';

const token = `trial-${randomUUID()}`;

// The client has its host built in: send its requests to the simulator instead, paths unchanged, and nothing anywhere else.
function pointAt(address) {
  const vendor = 'https://api.linode.com/';
  linode.baseRequest.interceptors.request.use((config) => {
    assert.ok(config.url.startsWith(vendor), config.url);
    return { ...config, baseURL: undefined, url: `${address.replace(/\/$/, '')}/${config.url.slice(vendor.length)}` };
  });
}

// The {reason, field} pairs of an error answer.
const errors = async (work) => (await refused(work)).data.errors;

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
  assert.equal((await errors(() => linode.createLinode(order)))[0].reason, 'Label must be unique among your linodes');
  ok('the label is taken');
  assert.equal((await errors(() => linode.linodeReboot(machine.id)))[0].reason, 'Linode busy.');
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
  assert.equal((await errors(() => linode.getLinode(machine.id)))[0].reason, 'Not found');
  ok('deleted');
}

async function keepKeys() {
  const key = await linode.createSSHKey({ label: 'trial', ssh_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMun3vxxxCXJSKtMUgvrSuerQziQhn7dyQELEqJbBkxk me@home' });
  assert.equal((await linode.getSSHKeys()).data[0].id, key.id);
  await linode.deleteSSHKey(key.id);
  ok('a key kept and deleted');
}

// Image, tag, script, network: made, read, changed and deleted.
async function keepOwnThings() {
  const machine = await linode.createLinode({ label: `trial-${randomUUID().slice(0, 8)}`, region: 'us-ord', type: 'g6-nanode-1', image: 'linode/debian12', root_pass: 'Correct-Horse-9-Battery' });
  await linode.createTag({ label: 'trial-tag', linodes: [machine.id] });
  assert.ok((await linode.getTags()).data.some((tag) => tag.label === 'trial-tag'));
  assert.deepEqual((await linode.getLinode(machine.id)).tags, ['trial-tag']);
  await linode.deleteTag('trial-tag');
  assert.deepEqual((await linode.getLinode(machine.id)).tags, []);
  ok('a tag put on a machine and taken away');

  const disk = (await linode.getLinodeDisks(machine.id)).data[0];
  const image = await linode.createImage({ disk_id: disk.id, label: 'trial' });
  await waitFor('an image of a disk', async () => (await linode.getImage(image.id)).status === 'available');
  assert.equal((await linode.getImages({}, { is_public: false })).data[0].id, image.id);
  assert.equal((await linode.updateImage(image.id, { label: 'renamed' })).label, 'renamed');
  await linode.deleteImage(image.id);
  await linode.deleteLinode(machine.id);
  ok('the image changed and deleted');

  const vpc = await linode.createVPC({ label: 'trial-net', region: 'us-ord', subnets: [{ label: 'one', ipv4: '10.0.4.0/24' }] });
  assert.equal((await linode.createSubnet(vpc.id, { label: 'two', ipv4: '10.0.5.0/24' })).ipv4, '10.0.5.0/24');
  assert.equal((await linode.getVPCs()).data[0].subnets.length, 2);
  await linode.deleteVPC(vpc.id);
  ok('a network with two subnets');
}

async function deployScripts() {
  const apps = await linode.getStackScripts({}, { '+and': [{ '+or': [{ username: 'linode-stackscripts' }, { username: 'linode' }] }, { label: { '+contains': 'One-Click' } }], '+order_by': 'ordinal' });
  assert.ok(apps.data.length > 0);
  ok(`${apps.results} marketplace apps`);
  const script = await linode.createStackScript({ label: 'trial script', images: ['linode/debian12'], script: '#!/bin/bash\n# <UDF name="db_password" label="Password" />', description: '', is_public: false, rev_note: '' });
  assert.deepEqual(script.user_defined_fields, [{ name: 'db_password', label: 'Password' }]);
  assert.equal((await linode.updateStackScript(script.id, { label: 'renamed' })).label, 'renamed');
  const order = { label: `trial-${randomUUID().slice(0, 8)}`, region: 'us-east', type: 'g6-nanode-1', image: 'linode/debian12', root_pass: 'Correct-Horse-9-Battery', stackscript_id: script.id };
  assert.equal((await errors(() => linode.createLinode(order)))[0].field, 'stackscript_data.db_password');
  const machine = await linode.createLinode({ ...order, stackscript_data: { db_password: 'Correct-Horse-9-Battery' } });
  await linode.deleteLinode(machine.id);
  await linode.deleteStackScript(script.id);
  ok('a script of our own deployed with its answer');
}

async function askWhatThereIs() {
  assert.ok((await linode.getAccountAvailabilities()).data.some((region) => region.unavailable.includes('Linodes')));
  assert.ok((await linode.getRegionAvailability('us-ord')).some((plan) => plan.plan.startsWith('g1-gpu') && plan.available));
  assert.equal((await linode.getRegionVPCAvailability('us-east')).available, false);
  assert.ok((await linode.getLinodeTypes()).data.filter((type) => type.class === 'gpu').every((type) => type.gpus > 0));
  ok('what is to be had where');
}

// A limit of one request, and what the client makes of the second.
async function runIntoTheLimit(address) {
  await control(address, 'limits', { vendor: 'linode', token, bucket: 'images', limit: 0 });
  const answer = await refused(() => linode.getImages());
  assert.equal(answer.status, 429);
  assert.equal(answer.data.errors[0].reason, 'Too many requests');
  assert.ok(Number(answer.headers['retry-after']) > 0 && answer.headers['x-ratelimit-remaining'] === '0');
  ok('too many requests, and when to come back');
}

await run(async (address) => {
  pointAt(address);
  const tokenSetting = linode.setToken(token);
  await readCatalogue();
  await liveOnce();
  await keepKeys();
  await keepOwnThings();
  await deployScripts();
  await askWhatThereIs();
  await runIntoTheLimit(address);
  linode.baseRequest.interceptors.request.eject(tokenSetting);
  linode.setToken('invalid-token');
  assert.equal((await errors(() => linode.getProfile()))[0].reason, 'Invalid Token');
  ok('an invalid token is refused');
});
