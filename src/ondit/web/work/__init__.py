"""What is done beside the requests: adding, and tracing large claims, each in a process of its own."""
