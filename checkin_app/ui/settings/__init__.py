"""What this laptop is set to: its name and room, its printers and scanner, how it looks and sounds."""
