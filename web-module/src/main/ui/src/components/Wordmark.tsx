import mark from '../assets/mark.svg';

export function Wordmark() {
  return (
    <span className="wordmark">
      <img src={mark} alt="" width="20" height="20" />
      OptiBid
    </span>
  );
}
