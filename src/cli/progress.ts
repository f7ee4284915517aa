const WIDTH = 30;

/** A bar that fills in place in a terminal; elsewhere nothing, so that a log is not full of it. */
export function openProgress(stream: NodeJS.WriteStream): { show(share: number, words: string): void; end(): void } {
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  return {
    show: (share, words) => {
      const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
      stream.write(`\r\x1b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${words}`);
    },
    end: () => void stream.write('\r\x1b[2K'),
  };
}
