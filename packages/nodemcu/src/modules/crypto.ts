/** NodeMCU's `crypto` module (dev-esp32): hash and HMAC objects; the arithmetic is node:crypto's. */
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import type { LuaFunction, LuaState } from './lua-api.js';
import { checkText, pushBytes, raise, type Module, type ModuleContext } from './module.js';

/** Name in scripts → name in node:crypto, and bytes of a block. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  SHA224: 'sha224',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
  RIPEMD160: 'ripemd160',
};

/** The userdata holds an `mbedtls_md_context_t`; its digest and HMAC contexts are separate blocks of the SDK. */
const USERDATA_BYTES = 12;
const DIGEST_CONTEXT_BYTES: Readonly<Record<string, number>> = {
  md5: 88,
  sha1: 92,
  sha224: 108,
  sha256: 108,
  sha384: 216,
  sha512: 216,
  ripemd160: 92,
};
const HMAC_BLOCK_BYTES = (algorithm: string): number =>
  2 * (algorithm === 'sha384' || algorithm === 'sha512' ? 128 : 64);

/** SHA-256 in software takes 69 cycles a byte at -O2 (ESP-IDF commit 589a1f21); the others are of that order. */
const CYCLES_PER_BYTE = 69;

const METATABLE = 'crypto.hasher';

interface Digest {
  state: Hash | Hmac | undefined;
  blocks: number[];
}

/** Opens `crypto`. */
export function openCrypto(context: ModuleContext): Module {
  const { api } = context;
  const digestOf = (L: LuaState): Digest => context.checkUserdata(L, 1, METATABLE) as Digest;
  const release = (digest: Digest): void => {
    for (const block of digest.blocks.splice(0)) context.system.free(block, ['mbedtls_md_free']);
    digest.state = undefined;
  };
  const create =
    (hmac: boolean): LuaFunction =>
    (L) => {
      const asked = checkText(context, L, 1);
      const key = hmac ? api.luaL_checklstring(L, 2) : undefined;
      const algorithm = ALGORITHMS[asked.toUpperCase()];
      if (algorithm === undefined || !Object.hasOwn(ALGORITHMS, asked.toUpperCase()))
        raise(context, L, `Unsupported algorithm: ${asked}`);
      const digest: Digest = {
        state: key ? createHmac(algorithm, key) : createHash(algorithm),
        blocks: [],
      };
      context.newUserdata(L, USERDATA_BYTES, digest);
      context.setMetatable(L, METATABLE);
      const sizes = [DIGEST_CONTEXT_BYTES[algorithm]!, ...(hmac ? [HMAC_BLOCK_BYTES(algorithm)] : [])];
      for (const size of sizes) {
        const block = context.system.malloc(size, 0, ['calloc', 'mbedtls_md_setup']);
        if (block === 0) {
          release(digest);
          raise(context, L, 'Error initializing hasher');
        }
        digest.blocks.push(block);
      }
      return 1;
    };

  return {
    name: 'crypto',
    table: {
      new_hash: { symbol: 'crypto_new_hash', call: create(false) },
      new_hmac: { symbol: 'crypto_new_hmac', call: create(true) },
    },
    metatables: {
      [METATABLE]: {
        update: {
          symbol: 'crypto_hash_update',
          call: (L) => {
            const digest = digestOf(L);
            const data = api.luaL_checklstring(L, 2);
            if (!digest.state) raise(context, L, 'Error updating hash');
            digest.state.update(data);
            context.charge(data.length * CYCLES_PER_BYTE);
            return 0;
          },
        },
        finalize: {
          symbol: 'crypto_hash_finalize',
          call: (L) => {
            const digest = digestOf(L);
            if (!digest.state) raise(context, L, 'Error finalizing hash');
            const bytes = digest.state.digest();
            release(digest);
            pushBytes(context, L, bytes);
            return 1;
          },
        },
        __gc: {
          symbol: 'crypto_hash_gcdelete',
          call: (L) => {
            release(digestOf(L));
            return 0;
          },
        },
      },
    },
  };
}
