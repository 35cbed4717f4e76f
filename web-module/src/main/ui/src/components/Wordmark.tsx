import mark from '../assets/mark.svg';

export function Wordmark() {
  return (
    <span className="wordmark">
      <img src={mark} alt="" width="20" height="20" />
      <span className="wordmark-text">OptiBid</span>
    </span>
  );
}
