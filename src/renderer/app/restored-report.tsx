import { App as AntApp, Button } from 'antd';
import { useEffect } from 'react';
import { callMain } from '../archive/bridge.ts';
import { localMinute } from '../components/local-minute.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { messages } from './messages.ts';

/** Tells once what this start has put in place of the archive that was here, and how to take it back. */
export function RestoredReport() {
  const { notification } = AntApp.useApp();
  const { go } = useNavigation();
  useEffect(() => {
    const tell = async () => {
      const description = await describeRestored();
      if (description === null) return;
      const { title, look } = messages.restored;
      // It explains the working copy that was made anew as well.
      notification.destroy('opening');
      const open = () => {
        notification.destroy('restored');
        go({ screen: 'safety' });
      };
      const actions = (
        <Button size="small" onClick={open}>
          {look}
        </Button>
      );
      notification.success({ key: 'restored', title, description, duration: 0, actions });
    };
    void tell();
  }, [notification, go]);
  return null;
}

async function describeRestored(): Promise<string | null> {
  const restored = await callMain('package:restored-report', null);
  if (!restored) return null;
  const { body, back, aside } = messages.restored;
  const safety = (await callMain('backups:list', null)).find(({ reason }) => reason === 'before-restore');
  return [
    body(localMinute(restored.madeAt), restored.source),
    ...(safety ? [back(localMinute(safety.madeAt))] : []),
    aside,
  ].join('');
}
