import { useMemo, useState } from 'react';
import { LEDGER_KINDS } from '#domain/records/record-base';
import { lockNow, useLockState } from '../archive/lock-state.ts';
import { useSession } from '../archive/session-context.tsx';
import { useArchiveActions } from '../archive/use-archive-actions.tsx';
import { useRecordImport } from '../archive/use-record-import.tsx';
import { ADD_NAMES } from '../components/kind-names.ts';
import { Palette } from '../features/palette/palette.tsx';
import type { PaletteCommand } from '../features/palette/palette-command.ts';
import { useSearchState } from '../features/search/search-state.tsx';
import { useShortcut } from '../hooks/use-shortcut.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { formatRoute } from '../navigation/route.ts';
import { NAVIGATION_GROUPS } from './main-navigation.tsx';
import { messages } from './messages.ts';
import { useDarkMode } from './use-dark-mode.ts';

/** Ctrl+K: everything that the window knows and can do. */
export function CommandPalette() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('Ctrl+K', () => setOpen(true));
  return isOpen && <OpenPalette onClose={() => setOpen(false)} />;
}

function OpenPalette({ onClose }: { readonly onClose: () => void }) {
  const { go } = useNavigation();
  const { recent, type, remember } = useSearchState();
  const commands = usePaletteCommands();
  const search = (text: string) => {
    type(text, false);
    remember(text);
    go({ screen: 'search' });
  };
  return <Palette commands={commands} recent={recent} onSearch={search} onClose={onClose} />;
}

/** Every screen, and what can be done from each of them. */
function usePaletteCommands(): readonly PaletteCommand[] {
  const { go } = useNavigation();
  const { undo, redo } = useArchiveActions();
  const importRecords = useRecordImport();
  const { settings, changeSettings } = useSession();
  const isDark = useDarkMode(settings.theme);
  const isLockable = useLockState()?.isSet ?? false;
  const words = messages.commands;
  return useMemo(
    () => [
      ...NAVIGATION_GROUPS.flatMap(({ name, items }) =>
        items.map(({ route, label }) => ({
          id: formatRoute(route),
          name: label,
          note: name ?? words.screen,
          run: () => go(route),
        })),
      ),
      ...LEDGER_KINDS.map((kind) => ({
        id: `new ${kind}`,
        name: ADD_NAMES[kind],
        run: () => go({ screen: 'new', kind }),
      })),
      { id: 'import', name: words.importRecords, run: importRecords },
      { id: 'export', name: words.exportDocument, run: () => go({ screen: 'yearbook' }) },
      { id: 'undo', name: words.undo, note: 'Ctrl+Z', run: () => void undo() },
      { id: 'redo', name: words.redo, note: 'Ctrl+Y', run: () => void redo() },
      {
        id: 'theme',
        name: isDark ? messages.switchToLight : messages.switchToDark,
        run: () => void changeSettings({ theme: isDark ? 'light' : 'dark' }),
      },
      ...(isLockable ? [{ id: 'lock', name: words.lockNow, note: 'Ctrl+L', run: lockNow }] : []),
    ],
    [go, undo, redo, importRecords, changeSettings, isDark, isLockable, words],
  );
}
