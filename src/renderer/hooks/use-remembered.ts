import { useCallback, useState } from 'react';
import * as v from 'valibot';

/**
 * A small habit of the person at this computer, such as which part of a form is open; it outlives the window. What is
 * remembered is checked when it is read, since another version may have written it.
 */
export function useRemembered<T>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
  fallback: T,
): readonly [value: T, remember: (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const read = v.safeParse(schema, readStored(key));
    return read.success ? read.output : fallback;
  });
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, remember];
}

function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
