import type { Readable } from 'node:stream';
import { within } from '../within';
import { spawnMortal } from './mortal';

/** A screen that nobody sees, for programs that must have one. */
export interface Display {
  name: string;
  end(): void;
}

export async function openDisplay(xvfb: string): Promise<Display> {
  const { child, end } = spawnMortal(xvfb, [
    ...['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
  ]);
  const line = new Promise<string>((resolve) => {
    (child.stdio[3] as Readable).once('data', (text) => resolve(String(text).trim()));
  });
  try {
    return {
      name: `:${await within(20_000, line, 'Xvfb did not offer a display within 20 s')}`,
      end,
    };
  } catch (error) {
    end();
    throw error;
  }
}
