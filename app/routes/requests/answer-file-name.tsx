/** What inspectors see a file called, and, among several, whether it names people. */

type NamedProps = { id: string; title: string; name: string; tick: boolean | null };

export function NameForInspectors({ id, title, name, tick }: NamedProps) {
  return (
    <div className="answer-named">
      <label htmlFor={`title-${id}`}>
        Name for the inspectors<span className="vh"> of {name}</span>
      </label>
      <input id={`title-${id}`} name={`title-${id}`} defaultValue={title} autoComplete="off" />
      {tick !== null && (
        <label className="choice">
          <input type="checkbox" name={`restricted-${id}`} value="yes" defaultChecked={tick} /> Names people who use
          services<span className="vh">: {name}</span>
        </label>
      )}
    </div>
  );
}
