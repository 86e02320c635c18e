"""What the parts of the form are made of: growing lines, small facts, menus, saving."""
