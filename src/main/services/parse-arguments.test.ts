import { describe, expect, it } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

describe('a command line', () => {
  it('is a name, its arguments and its options, in any order', () => {
    expect(parseArguments(['add', 'honor', '--file', 'a b.json', '--json', 'more'])).toEqual({
      name: 'add',
      arguments: ['honor', 'more'],
      options: { file: 'a b.json', json: true },
    });
    expect(parseArguments(['--data', '/d', 'list', '--kind', 'plan']).name).toBe('list');
  });

  it('is nothing when there are no words', () => {
    expect(parseArguments([])).toEqual({ name: '', arguments: [], options: {} });
  });

  it.each(['json', 'help', 'undated'])('takes no value for the switch --%s', (name) => {
    const words = [`--${name}`, 'search', '模范'];
    expect(parseArguments(words)).toEqual({ name: 'search', arguments: ['模范'], options: { [name]: true } });
  });

  it('reads a value behind an equals sign, whatever is in it', () => {
    const { options } = parseArguments(['--out=a=b.docx', '--year=', '--text=一\n二', '--from=--x', '--json=false']);
    expect(options).toEqual({ out: 'a=b.docx', year: '', text: '一\n二', from: '--x', json: 'false' });
  });

  it('keeps an option without its value as true, at the end and before another option', () => {
    expect(parseArguments(['export', '--out', '--year', '2023', '--data']).options).toEqual({
      out: true,
      year: '2023',
      data: true,
    });
    expect(parseArguments(['search', '--data', '--', 'x']).options).toEqual({ data: true });
  });

  it('takes a value that begins with one dash', () => {
    expect(parseArguments(['list', '--after', '-1']).options).toEqual({ after: '-1' });
    expect(parseArguments(['search', '-1']).arguments).toEqual(['-1']);
  });

  it('takes everything behind -- for arguments', () => {
    expect(parseArguments(['search', '--json', '--', '--help', '--', '-x'])).toEqual({
      name: 'search',
      arguments: ['--help', '--', '-x'],
      options: { json: true },
    });
  });

  it('believes the last of several values', () => {
    expect(parseArguments(['list', '--kind', 'plan', '--kind=honor']).options).toEqual({ kind: 'honor' });
  });

  it('keeps empty words', () => {
    expect(parseArguments(['search', '', '--kind', '']).arguments).toEqual(['']);
    expect(parseArguments(['search', '--kind', '']).options).toEqual({ kind: '' });
  });

  it('cannot be made to change what all objects inherit', () => {
    const { options } = parseArguments(['list', '--__proto__', '--constructor', 'x', '--to-string', 'y']);
    expect(Object.keys(options).toSorted()).toEqual(['constructor', 'to-string']);
    expect(Object.getPrototypeOf(options)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('has no options that nobody gave', () => {
    expect(Object.hasOwn(parseArguments(['list']).options, 'constructor')).toBe(false);
  });
});
