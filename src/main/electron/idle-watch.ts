import { app, type InputEvent, type MouseInputEvent } from 'electron';

const LOOK_MS = 1000;

/**
 * Calls back when no key, mouse or touch has reached any window for some minutes. Main sees the input itself, so that no
 * script can pretend any. Time asleep counts, which only the computer's clock tells; one that is set back does not help,
 * since the other clock goes on.
 *
 * @param minutes 0: never
 */
export function watchIdle(minutes: () => number, onIdle: () => void): void {
  let steady = 0;
  let wall = 0;
  const touch = () => {
    steady = performance.now();
    wall = Date.now();
  };
  touch();
  const isMeant = createInputFilter();
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', (_input, input) => {
      if (isMeant(input)) touch();
    });
  });
  setInterval(() => {
    const limit = minutes() * 60_000;
    const idle = Math.max(performance.now() - steady, Date.now() - wall);
    if (limit === 0 || idle < limit) return;
    touch();
    onIdle();
  }, LOOK_MS);
}

/** The system also tells where a resting mouse is, whenever a window opens or closes below it. */
function createInputFilter(): (input: InputEvent) => boolean {
  let pointer: string | null = null;
  return (input) => {
    if (input.type === 'mouseEnter' || input.type === 'mouseLeave') return false;
    if (input.type !== 'mouseMove') return true;
    const { globalX, globalY } = input as MouseInputEvent;
    const before = pointer;
    pointer = `${globalX} ${globalY}`;
    return before !== null && before !== pointer;
  };
}
