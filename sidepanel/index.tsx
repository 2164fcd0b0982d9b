export default function Panel() { return <h1>Replywright</h1> }
