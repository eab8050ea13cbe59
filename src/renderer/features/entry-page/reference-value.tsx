import type { ReferableKind } from '#domain/records/field';
import type { RecordReference } from '#domain/records/reference-fields';
import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './entry-page.module.css';

type ReferenceValueProps = { readonly reference: RecordReference; readonly kind: ReferableKind | null };

/** Another record by its title, and the way to it when it is known. */
export function ReferenceValue({ reference: { printed, id }, kind }: ReferenceValueProps) {
  const { go } = useNavigation();
  if (id === null || kind === null || kind === 'photoGroup') return printed;
  const route = kind === 'unit' ? ({ screen: 'unit', id } as const) : ({ screen: 'record', kind, id } as const);
  return (
    <button type="button" className={styles['link']} onClick={() => go(route)}>
      {printed}
    </button>
  );
}
