#!/usr/bin/env python3
"""Drives a simulator with Apache Libcloud, as a stranger's program would.

usage: libcloud_trial.py http://127.0.0.1:5080

For both vendors: list the catalogue, then create, reboot, stop, start, rename and delete a machine; keep keys and images;
run into a rate limit.
Every wait polls and is bounded. Leaves with a traceback at the first thing that is not as it should be.
"""
import json
import sys
import time
import urllib.request
import uuid
from urllib.parse import urlparse

from libcloud.common.exceptions import RateLimitReachedError
from libcloud.common.types import InvalidCredsError, LibcloudError
from libcloud.compute.providers import get_driver
from libcloud.compute.types import NodeState, Provider

WAIT_SECONDS = 30
POLL_SECONDS = 0.1
PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMun3vxxxCXJSKtMUgvrSuerQziQhn7dyQELEqJbBkxk me@home'


def wait_for(what, ask):
    """Polls until ask() gives something; at most WAIT_SECONDS."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        found = ask()
        if found:
            return found
        time.sleep(POLL_SECONDS)
    raise AssertionError('gave up waiting for ' + what)


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print('  ok:', what)


def limit(address, **rule):
    """Sets a rate limit on the simulator's own side."""
    request = urllib.request.Request(address.geturl().rstrip('/') + '/_control/limits', json.dumps(rule).encode(), method='PUT')
    with urllib.request.urlopen(request, timeout=WAIT_SECONDS):
        pass


def linode_driver(address, token):
    driver = get_driver(Provider.LINODE)
    return driver(token, api_version='4.0', secure=False, host=address.hostname, port=address.port)


def try_linode(address):
    print('Linode')
    token = 'trial-' + uuid.uuid4().hex
    linode = linode_driver(address, token)
    sizes = {size.id: size for size in linode.list_sizes()}
    images = {image.id: image for image in linode.list_images()}
    locations = {location.id: location for location in linode.list_locations()}
    check('g6-nanode-1' in sizes and sizes['g6-nanode-1'].ram == 1024, '%d sizes' % len(sizes))
    check('linode/debian12' in images, '%d images' % len(images))
    check('us-east' in locations, '%d locations' % len(locations))

    name = 'trial-' + uuid.uuid4().hex[:8]
    order = dict(size=sizes['g6-nanode-1'], image=images['linode/debian12'], name=name,
                 root_pass='Correct-Horse-9-Battery', ex_tags=['trial'])
    node = linode.create_node(locations['us-east'], **order)
    check(node.state == NodeState.STARTING and node.public_ips, 'created, starting, with an address')
    try:
        linode.create_node(locations['us-east'], **order)
        raise AssertionError('a second machine of the same label was made')
    except LibcloudError as error:
        check('Label must be unique among your linodes' in str(error), 'the label is taken')
    try:
        linode.reboot_node(node)
        raise AssertionError('a machine that provisions was rebooted')
    except LibcloudError as error:
        check('Linode busy.' in str(error), 'busy while it provisions')

    def reach(state):
        wait_for(state, lambda: linode.ex_get_node(node.id).state == state)
        print('  ok:', state)

    reach(NodeState.RUNNING)
    check(len(linode.ex_list_disks(node)) == 2, 'two disks')
    check(linode.reboot_node(node), 'reboot')
    reach(NodeState.REBOOTING)
    reach(NodeState.RUNNING)
    check(linode.stop_node(node), 'stop')
    reach(NodeState.STOPPED)
    check(linode.start_node(node), 'start')
    reach(NodeState.RUNNING)
    check([other.id for other in linode.list_nodes()] == [node.id], 'listed')
    check(linode.ex_list_node_addresses(node)[0].inet == node.public_ips[0], 'its address')
    image = linode.create_image(linode.ex_list_disks(node)[0], name='trial', description='')
    wait_for('the image', lambda: any(other.id == image.id for other in linode.list_images()))
    check(linode.delete_image(image), 'an image of its disk, made and deleted')
    check(linode.ex_rename_node(node, name + '-2').name == name + '-2', 'renamed')
    limit(address, vendor='linode', token=token, bucket='lists', limit=0)
    try:
        linode.list_nodes()
        raise AssertionError('asked too often and was answered')
    except LibcloudError as error:
        check('Too many requests' in str(error), 'too many requests')
    limit(address, vendor='linode', token=token, bucket='lists', limit=200)
    check(linode.destroy_node(node), 'deleted')
    check(linode.list_nodes() == [], 'gone')
    try:
        linode_driver(address, 'invalid-token').list_nodes()
        raise AssertionError('an invalid token was let in')
    except InvalidCredsError:
        print('  ok: an invalid token is refused')


def digitalocean_driver(address, token):
    driver = get_driver(Provider.DIGITAL_OCEAN)(token, api_version='v2')
    # This driver takes the address as parameters and then forgets them: point its connection elsewhere before its first request.
    connection = driver.connection
    connection.host, connection.port, connection.secure = address.hostname, address.port, 0
    connection.connect()
    return driver


def try_digitalocean(address):
    print('DigitalOcean')
    token = 'trial-' + uuid.uuid4().hex
    ocean = digitalocean_driver(address, token)
    check(ocean.ex_account_info()['status'] == 'active', 'account')
    sizes = {size.id: size for size in ocean.list_sizes()}
    images = {image.extra['slug']: image for image in ocean.list_images()}
    open_locations = {location.id: location for location in ocean.list_locations()}
    all_locations = ocean.list_locations(ex_available=False)
    check('s-1vcpu-1gb' in sizes, '%d sizes' % len(sizes))
    check('debian-13-x64' in images, '%d images' % len(images))
    check('nyc3' in open_locations and len(open_locations) < len(all_locations), '%d locations, not all of them open' % len(all_locations))
    ocean.ex_per_page = 2
    check(len(ocean.list_sizes()) == len(sizes), 'the same sizes by pages of two')
    ocean.ex_per_page = 200

    key = ocean.create_key_pair('trial', PUBLIC_KEY)
    check(ocean.get_key_pair('trial').fingerprint == key.fingerprint, 'a key, found again')
    node = ocean.create_node('trial.example.com', sizes['s-1vcpu-1gb'], images['debian-13-x64'], open_locations['nyc3'],
                             ex_create_attr={'tags': ['trial'], 'ipv6': True, 'ssh_keys': [key.fingerprint]})
    check(node.state == NodeState.PENDING and not node.public_ips, 'created, pending, without an address')
    current = {}

    def state_is(state):
        found = [other for other in ocean.list_nodes() if other.id == node.id]
        current['node'] = found[0]
        return found[0].state == state and not found[0].extra['locked']

    def reach(state):
        wait_for(state, lambda: state_is(state))
        print('  ok:', state)

    reach(NodeState.RUNNING)
    check(current['node'].public_ips and current['node'].extra['tags'] == ['trial'], 'has an address and its tag')
    check(ocean.reboot_node(node), 'reboot')
    reach(NodeState.RUNNING)
    check(ocean.ex_shutdown_node(node), 'stop')
    reach(NodeState.STOPPED)
    check(ocean.ex_power_on_node(node), 'start')
    reach(NodeState.RUNNING)
    check(ocean.ex_hard_reboot(current['node']), 'power cycle')
    reach(NodeState.RUNNING)
    check(ocean.ex_rename_node(node, 'renamed.example.com'), 'rename')
    check(wait_for('the name', lambda: ocean.list_nodes()[0].name == 'renamed.example.com'), 'renamed')
    check(len(ocean.ex_list_events()) == 6, 'six actions')
    limit(address, vendor='digitalocean', token=token, bucket='burst', limit=0)
    try:
        ocean.list_nodes()
        raise AssertionError('asked too often and was answered')
    except RateLimitReachedError as error:
        check(error.retry_after >= 1, 'too many requests, and when to come back')
    limit(address, vendor='digitalocean', token=token, bucket='burst', limit=250)
    check(ocean.delete_key_pair(key), 'key deleted')
    check(ocean.destroy_node(node), 'deleted')
    check(ocean.list_nodes() == [], 'gone')
    try:
        digitalocean_driver(address, 'invalid-token').list_nodes()
        raise AssertionError('an invalid token was let in')
    except InvalidCredsError:
        print('  ok: an invalid token is refused')


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    address = urlparse(sys.argv[1])
    try_linode(address)
    try_digitalocean(address)
    print('passed')


if __name__ == '__main__':
    main()
