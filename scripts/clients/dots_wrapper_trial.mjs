#!/usr/bin/env node
// Drives a simulator with dots-wrapper, a JavaScript client of DigitalOcean's API.
//
// usage: node dots_wrapper_trial.mjs http://127.0.0.1:5080      (after `npm ci` in this folder)
//
// Lists the catalogue, then creates, reboots, stops, starts, renames and deletes a droplet; keeps keys, tags and networks;
// runs into a rate limit. Every wait polls and is bounded.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createApiClient } from 'dots-wrapper';
import { control, ok, refused, run, waitFor } from './trial.mjs';

const PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMun3vxxxCXJSKtMUgvrSuerQziQhn7dyQELEqJbBkxk me@home';
const token = `trial-${randomUUID()}`;

const clientOf = (address, credentials) => createApiClient({ token: credentials, endpoint: `${address.replace(/\/$/, '')}/v2` });

async function readCatalogue(ocean) {
  const { data: { account } } = await ocean.account.getAccount();
  assert.equal(account.status, 'active');
  const { data: { sizes } } = await ocean.size.listSizes({ per_page: 200 });
  assert.ok(sizes.some((size) => size.slug === 's-1vcpu-1gb' && size.price_monthly === 6));
  ok(`${sizes.length} sizes`);
  const { data: { regions } } = await ocean.region.listRegions({ per_page: 200 });
  assert.ok(regions.some((region) => !region.available) && regions.some((region) => region.available));
  ok(`${regions.length} regions, not all of them open`);
  const { data: { images } } = await ocean.image.listImages({ type: 'application', per_page: 200 });
  assert.ok(images.length > 0 && images.every((image) => image.slug));
  ok(`${images.length} applications`);
}

async function keepKeys(ocean) {
  const { data: { ssh_key: key } } = await ocean.sshKey.createSshKey({ name: 'trial', public_key: PUBLIC_KEY });
  assert.equal((await refused(() => ocean.sshKey.createSshKey({ name: 'again', public_key: PUBLIC_KEY }))).data.message, 'SSH Key is already in use on your account');
  const { data: { ssh_key: found } } = await ocean.sshKey.getSshKey({ ssh_key_id: key.fingerprint });
  assert.equal(found.id, key.id);
  ok('a key, once, found by its fingerprint');
  return key;
}

async function liveOnce(ocean, key) {
  const { data: { vpc } } = await ocean.vpc.createVpc({ name: `trial-${randomUUID().slice(0, 8)}`, region: 'nyc3', ip_range: '10.77.0.0/20' });
  const { data: { droplet } } = await ocean.droplet.createDroplet({
    name: 'trial.example.com', region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-13-x64', ssh_keys: [key.fingerprint], tags: ['trial'], vpc_uuid: vpc.id,
  });
  const droplet_id = droplet.id;
  assert.equal(droplet.status, 'new');
  assert.equal(droplet.vpc_uuid, vpc.id);
  ok('created, new, in a network of our own');
  assert.equal((await refused(() => ocean.droplet.rebootDroplet({ droplet_id }))).data.message, 'Droplet already has a pending event.');
  ok('busy while it is made');

  const current = async () => (await ocean.droplet.getDroplet({ droplet_id })).data.droplet;
  const reach = (status) => waitFor(status, async () => {
    const seen = await current();
    return seen.status === status && !seen.locked;
  });
  const follow = async (what, start) => {
    const { data: { action } } = await start;
    await waitFor(what, async () => (await ocean.action.getAction({ action_id: action.id })).data.action.status === 'completed');
  };
  await reach('active');
  await follow('rebooted', ocean.droplet.rebootDroplet({ droplet_id }));
  await follow('power-cycled', ocean.droplet.powerCycleDroplet({ droplet_id }));
  await follow('shut down', ocean.droplet.shutdownDroplet({ droplet_id }));
  await reach('off');
  await follow('powered on', ocean.droplet.powerOnDroplet({ droplet_id }));
  await follow('powered off', ocean.droplet.powerOffDroplet({ droplet_id }));
  await follow('renamed', ocean.droplet.renameDroplet({ droplet_id, name: 'renamed.example.com' }));
  assert.equal((await current()).name, 'renamed.example.com');

  await ocean.tag.createTag({ name: 'more' });
  const resources = [{ resource_id: String(droplet_id), resource_type: 'droplet' }];
  await ocean.tag.tagResources({ tag_name: 'more', resources });
  assert.deepEqual((await ocean.droplet.listDroplets({ tag_name: 'more' })).data.droplets.map((other) => other.id), [droplet_id]);
  await ocean.tag.untagResources({ tag_name: 'more', resources });
  assert.deepEqual((await current()).tags, ['trial']);
  await ocean.tag.deleteTag({ tag_name: 'more' });
  ok('tagged, found by the tag, untagged');

  await ocean.droplet.deleteDroplet({ droplet_id });
  assert.equal((await refused(current)).data.id, 'not_found');
  await ocean.vpc.deleteVpc({ vpc_id: vpc.id });
  await ocean.sshKey.destroySshKey({ ssh_key_id: key.id });
  ok('all deleted');
}

// What a token without the scope is told, and one that asks too often.
async function beRefused(address, ocean) {
  await control(address, 'tokens', { vendor: 'digitalocean', token, scopes: ['account:read', 'droplet:read'] });
  assert.equal((await refused(() => ocean.tag.createTag({ name: 'never' }))).data.message, 'You are missing the required permission tag:create.');
  ok('a permission is missing');
  await control(address, 'limits', { vendor: 'digitalocean', token, bucket: 'burst', limit: 0 });
  const answer = await refused(() => ocean.account.getAccount());
  assert.deepEqual([answer.status, answer.data.id], [429, 'too_many_requests']);
  assert.ok(Number(answer.headers['retry-after']) > 0);
  ok('too many requests, and when to come back');
}

await run(async (address) => {
  const ocean = clientOf(address, token);
  await readCatalogue(ocean);
  await liveOnce(ocean, await keepKeys(ocean));
  await beRefused(address, ocean);
  assert.equal((await refused(() => clientOf(address, 'invalid-token').account.getAccount())).data.message, 'Unable to authenticate you');
  ok('an invalid token is refused');
});
