export default function Popup() { return <h1>Replywright</h1> }
