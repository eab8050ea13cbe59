import type { OpeningFailure } from '../../archive/open-session.ts';
import type { Refusal } from './command.ts';
import { messages } from './messages.ts';

/** Why a command cannot be run on an archive that does not open. @throws what nobody foresaw, as a fault */
export function openingRefusal(failure: OpeningFailure): Refusal {
  switch (failure.code) {
    case 'journal-damaged': {
      const message = messages.journalDamaged(failure.file, failure.line);
      return { code: failure.code, message, where: `${failure.file}:${failure.line}` };
    }
    case 'journal-behind': {
      const report = { missing: failure.missing };
      return { code: failure.code, message: messages.journalBehind(failure.missing), where: null, report };
    }
    case 'newer-format':
      return { code: failure.code, message: messages.newerFormat, where: null };
    case 'unexpected':
      throw new Error(messages.openingFailed(failure.detail));
  }
}
