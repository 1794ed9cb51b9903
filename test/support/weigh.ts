import { constants, brotliCompressSync } from 'node:zlib';

/** Bytes of a file as a visitor downloads it: brotli, best quality. */
export function weigh(content: string | Uint8Array): number {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length;
}
