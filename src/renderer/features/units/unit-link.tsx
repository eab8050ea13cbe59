import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './units.module.css';

/** A unit by name, and the way to its page. */
export function UnitLink({ id, name }: { readonly id: string; readonly name: string }) {
  const { go } = useNavigation();
  return (
    <button type="button" className={styles['link']} onClick={() => go({ screen: 'unit', id })}>
      {name}
    </button>
  );
}
