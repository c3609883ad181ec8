#!/bin/sh
# A library that verifies Ed25519 signatures is expected to verify a JWS whose `alg` is `Ed25519`, the
# name that RFC 9864 gave the algorithm when it deprecated `EdDSA`. fast-jwt, PyJWT, and Authlib still
# know the old name alone and refuse the new one, although key, bytes, and signature are the same.
# joserfc refuses both names until the caller lists the one that is meant.
# Our feed's envelopes say `Ed25519` (src/core/update/envelope.ts). docs/feed.md lists what checks them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error jose@6.2.18 fast-jwt@6.3.6 > /dev/null
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check --retries 1 install \
  PyJWT==2.15.1 cryptography==50.0.2 jwcrypto==1.6.1 Authlib==1.8.0 joserfc==1.7.5
cat > run.js <<'JS'
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { CompactSign, compactVerify } from 'jose';
import { createVerifier } from 'fast-jwt';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ type: 'spki', format: 'pem' });
writeFileSync('key.json', JSON.stringify(publicKey.export({ format: 'jwk' })));
for (const alg of ['Ed25519', 'EdDSA']) {
  const text = await new CompactSign(Buffer.from('{"version":7}'))
    .setProtectedHeader({ alg })
    .sign(privateKey);
  writeFileSync(alg, text);
  const say = async (name, verify) => {
    const answer = await (async () => verify())().then(() => 'verified', () => 'refused');
    console.log(`${alg} ${name} ${answer}`);
  };
  await say('jose', () => compactVerify(text, publicKey));
  await say('fast-jwt', () => createVerifier({ key })(text));
}
JS
cat > run.py <<'PY'
import json, warnings
warnings.simplefilter("ignore")
import jwt
from authlib.jose import JsonWebSignature
from joserfc import jws as joserfc_jws
from joserfc.jwk import OKPKey
from jwcrypto import jwk, jws

key = json.load(open("key.json"))

def with_jwcrypto(text, alg):
    token = jws.JWS()
    token.deserialize(text)
    token.verify(jwk.JWK(**key))

ways = {
    "PyJWT": lambda text, alg: jwt.api_jws.PyJWS().decode(text, jwt.PyJWK(key), algorithms=[alg]),
    "jwcrypto": with_jwcrypto,
    "Authlib": lambda text, alg: JsonWebSignature([alg]).deserialize_compact(text, key),
    "joserfc-listed": lambda text, alg: joserfc_jws.deserialize_compact(text, OKPKey.import_key(key), algorithms=[alg]),
    "joserfc": lambda text, alg: joserfc_jws.deserialize_compact(text, OKPKey.import_key(key)),
}
for alg in ("Ed25519", "EdDSA"):
    for name, verify in ways.items():
        try:
            verify(open(alg).read(), alg)
            print(alg, name, "verified")
        except Exception as error:
            print(alg, name, "refused")
PY
echo "jose 6.2.18, fast-jwt 6.3.6, PyJWT 2.15.1, jwcrypto 1.6.1, Authlib 1.8.0, joserfc 1.7.5"
node run.js > seen
python/bin/python run.py >> seen
sort seen | sed 's/^/  /'
sort > expected <<'TEXT'
Ed25519 jose verified
Ed25519 fast-jwt refused
Ed25519 PyJWT refused
Ed25519 jwcrypto verified
Ed25519 Authlib refused
Ed25519 joserfc-listed verified
Ed25519 joserfc refused
EdDSA jose verified
EdDSA fast-jwt verified
EdDSA PyJWT verified
EdDSA jwcrypto verified
EdDSA Authlib verified
EdDSA joserfc-listed verified
EdDSA joserfc refused
TEXT
sort seen | diff expected -
echo "As found: three of six know the old name alone, and one wants to be told either."
