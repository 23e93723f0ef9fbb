// Loaded before a child of `npm start`: when its parent is killed, the channel between them breaks and the child stops too.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// The channel alone keeps nobody alive.
process.channel?.unref();
