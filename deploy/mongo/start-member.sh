#!/bin/bash
# A member of the replica set. Members know each other by a key, which mongod wants as a file that only it may read.
set -euo pipefail
install -m 400 -o mongodb -g mongodb /dev/stdin /tmp/replica.key <<< "$MONGODB_REPLICA_KEY"
unset MONGODB_REPLICA_KEY
exec docker-entrypoint.sh mongod --replSet aigaq --keyFile /tmp/replica.key --bind_ip_all
